import {readFileSync,readdirSync,writeFileSync} from 'node:fs'; import {readImage} from './ingest/ocr.ts'; import {createRecogniser} from './ingest/ocr-recogniser.ts';
const dir=process.argv[2]!, from=Number(process.argv[3]??0), to=Number(process.argv[4]??99);
const norm=(t:string)=>t.normalize('NFC').replace(/\s+/g,' ').trim();
function align(a:string,b:string){const n=a.length,m=b.length,w=m+1,D=new Uint16Array((n+1)*w);for(let i=0;i<=n;i++)D[i*w]=i;for(let j=0;j<=m;j++)D[j]=j;for(let i=1;i<=n;i++)for(let j=1;j<=m;j++)D[i*w+j]=Math.min(D[(i-1)*w+j]!+1,D[i*w+j-1]!+1,D[(i-1)*w+j-1]!+(a[i-1]!==b[j-1]?1:0));const ops:[number|null,number|null,number][]=[];let i=n,j=m;while(i||j){if(i&&j&&D[i*w+j]===D[(i-1)*w+j-1]!+(a[i-1]!==b[j-1]?1:0)){ops.push([i-1,j-1,j-1]);i--;j--}else if(i&&D[i*w+j]===D[(i-1)*w+j]!+1){ops.push([i-1,null,j]);i--}else{ops.push([null,j-1,j-1]);j--}}return {ops:ops.reverse(),d:D[n*w+m]!}}
const r=await createRecogniser(); const keep=async()=>({recognise:r.recognise,close:async()=>{}});
let ed=0,len=0,time=0,wrong=0,missed=0,digits=0,flaggedGroups=0,groups=0,flaggedChars=0,flagged=0,words=0,n=0,wrongWords=0,wrongFlagged=0;
for(const f of readdirSync(dir).filter(f=>f.endsWith('.jpg')).slice(from,to)){const t=performance.now();const d=await readImage(readFileSync(dir+'/'+f),f,{startRecogniser:keep});time+=performance.now()-t;n++;
 const truth0=readFileSync(dir+'/'+f.replace('.jpg','.txt'),'utf8'); const q=(s:string)=>s.replace(/[“”]/g,'"').replace(/[–—]/g,'-').replace(/\n/g,' ').replace(/ {2}/g,' ');
 const truth=norm(q(truth0)); // keep text offsets: replace newlines by one space each, map
 let text='';const map:number[]=[];for(let k=0;k<d.text.length;k++){const c=d.text[k]!;const e=/\s/.test(c)?' ':c.replace(/[“”]/,'"').replace(/[–—]/,'-');if(e===' '&&text.endsWith(' '))continue;text+=e;map.push(k)}
 const {ops,d:dist}=align(truth,text);ed+=dist;len+=truth.length;
 const isF=(at:number)=>d.uncertain.some(({start,end})=>map[at]!>=start-1&&map[at]!<end+1);
 const bad=new Set<number>();const badWords=new Set<string>();
 for(const [i,j,at] of ops){const a=i===null?'':truth[i]!,b=j===null?'':text[j]!;if(/\d/.test(a))digits++;if(a!==b){const ws=text.lastIndexOf(' ',at)+1;badWords.add(ws+'');if(/\d/.test(a)||/\d/.test(b)){const near=isF(at)||isF(at-1);if(!bad.has(ws)){bad.add(ws);wrong++;if(!near){missed++;console.log(f,'UNFLAGGED',JSON.stringify(truth.slice(Math.max(0,(i??0)-15),(i??0)+15)),'→',JSON.stringify(text.slice(Math.max(0,at-15),at+15)))}}}}}
 for(const w of badWords){wrongWords++;const s=+w;let e=text.indexOf(' ',s);if(e<0)e=text.length;let any=false;for(let k=s;k<e;k++)any||=isF(k);if(any)wrongFlagged++}
 for(const m of text.matchAll(/\S*\d\S*/g)){groups++;let any=false;for(let k=m.index;k<m.index+m[0].length;k++)any||=isF(k);if(any)flaggedGroups++}
 words+=text.split(' ').length;flagged+=d.uncertain.length; console.log(f,(100*dist/truth.length).toFixed(2)+'%',d.notices.map(n=>n.message).join('; '),((performance.now()-t)/1000).toFixed(1)+'s');writeFileSync(dir+'/'+f+'.json',JSON.stringify(d))}
await r.close();
console.log({pages:n,cer:(100*ed/len).toFixed(2),secPerPage:(time/n/1000).toFixed(2),digits,wrongDigitPlaces:wrong,missed,groups,flaggedGroups,words,flagged,wrongWords,wrongFlagged,rss:process.memoryUsage().rss/1e6|0});
