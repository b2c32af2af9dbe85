/** The site's only script; every page works without it. */
export const SCRIPT = `
(() => {
  const here = document.getElementById("here");
  if (here && !location.hash) here.scrollIntoView({ block: "center" });

  const question = document.querySelector("textarea[name=q]");
  question?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    question.form.requestSubmit();
  });

  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    const label = button.textContent;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = button.dataset.copied;
      setTimeout(() => { button.textContent = label; }, 2000);
    });
  }
})();
`;
