import {readFileSync} from 'node:fs'; import {readPdf} from './ingest/pdf.ts';
const t=performance.now(); const d=await readPdf(readFileSync(process.argv[2]!),'x.pdf'); console.error((performance.now()-t)|0,'ms');
if(process.argv[3]) console.log(d.text.slice(0,Number(process.argv[3]))); console.log(JSON.stringify({...d,text:d.text.length,uncertain:d.uncertain.length},null,0));
if(process.argv[4]) {const norm=(s:string)=>s.normalize('NFC').replace(/\s+/g,' ').trim(); const want=readFileSync(process.argv[4],'utf8').split('\n').map(norm).filter(Boolean); const got=d.text.split('\n').map(norm).filter(Boolean); 
let j=0; const W=new Set(want),G=new Set(got); for(const w of want) if(!G.has(w)) console.log('MISSING',w); for(const g of got) if(!W.has(g)) console.log('EXTRA',g); console.log('same order', norm(d.text)===norm(want.join(' ')))}
