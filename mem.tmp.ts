import {readFileSync} from 'node:fs'; import {readPdf} from './ingest/pdf.ts';
const b=readFileSync('/tmp/pdfw/big.pdf');const t=performance.now(); const rss:string[]=[];
const d=await readPdf(b,'x.pdf',{onPage:(n)=>{if(n%100===0)rss.push((process.memoryUsage().rss/1e6|0)+'/'+(process.memoryUsage().heapUsed/1e6|0))}}); console.log(d.pages.length,((performance.now()-t)/1000).toFixed(1),'s',rss.join(' '), d.text.length, d.notices);
