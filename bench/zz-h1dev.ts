import { readDataset } from '/work/main/src/demo/dataset.ts';
import { referenceProfiles } from '/work/main/test/kit/profiles-reference.ts';
import { collectPopulation } from '/work/main/src/features/health/domain/population.ts';
import { scoreAccount } from '/work/main/src/features/health/domain/score-account.ts';
import { DEFAULT_MODEL } from '/work/main/src/features/health/model.ts';
import { addDays, mustEpochDay } from '/work/main/src/lib/day.ts';
export function auc(pos: number[], neg: number[]) { const all=[...pos.map(v=>[v,1] as const),...neg.map(v=>[v,0] as const)].sort((a,b)=>a[0]-b[0]); let r=0,i=0; while(i<all.length){let j=i;while(j<all.length&&all[j]![0]===all[i]![0])j++;const m=(i+j+1)/2;for(let k=i;k<j;k++)if(all[k]![1])r+=m;i=j;} return (r-pos.length*(pos.length+1)/2)/(pos.length*neg.length); }
const metrics = ['orders','items','revenue','returned_items'].map((name,slot)=>({slot,name,aggregation:'SUM' as const}));
const data = await readDataset();
const cuts = process.argv.slice(2).length ? process.argv.slice(2) : ['2011-06-30','2011-07-31'];
for (const cut of cuts) {
  const rows = data.rows.filter(r=>r.day<=cut).map(r=>({accountId:r.customerId,rank:1,day:r.day,vals:[r.orders,r.items,r.revenuePence/100,r.returnedItems]}));
  const {basis, profiles} = referenceProfiles(metrics, rows, [{from:'2010-12-01',to:cut}], cut);
  const end = addDays(cut, 60);
  const label = new Set(data.rows.filter(r=>r.day>cut&&r.day<=end&&r.orders>0).map(r=>r.customerId));
  const bought = new Set(data.rows.filter(r=>r.day<=cut&&r.orders>0).map(r=>r.customerId));
  const pop = collectPopulation(basis); for (const p of profiles) pop.add(p); const population = pop.finish();
  const coverage = { state:'CURRENT' as const, through: cut, days:[{from:'2010-12-01',to:cut}] };
  const scored = profiles.filter(p=>bought.has(p.accountId)).map(p => ({ p, s: scoreAccount({ profile:p, population, basis, coverage, facts:null, sources:{touches:false,support:false,billing:false}, model: DEFAULT_MODEL, account:{plan:null,region:null,attributes:{}}, now:new Date(cut+'T12:00:00Z')}) }));
  const of = (f:(x:typeof scored[0])=>number)=>{const a:number[]=[],b:number[]=[];for(const x of scored)(label.has(x.p.accountId)?a:b).push(f(x));return auc(a,b).toFixed(4)};
  const t0=performance.now();
  console.log(cut, 'n', scored.length, 'positives', scored.filter(x=>label.has(x.p.accountId)).length);
  console.log('  score', of(x=>x.s.score??-1), 'raw', of(x=>x.s.pillars.reduce((t,p)=>t+(p.score??0)*p.appliedWeight,0)), 'adoption', of(x=>x.s.pillars[0]!.score??-1), 'engagement', of(x=>x.s.pillars[1]!.score??-1));
  console.log('  recency', of(x=>mustEpochDay(x.p.lastUsedOn??'2000-01-01')), metrics.map((m,i)=>m.name+' '+of(x=>x.p.recent[i]??0)).join(' '));
  const kinds=[...new Set(scored.flatMap(x=>x.s.pillars.flatMap(p=>p.inputs.map(i=>i.kind+(i.metric?':'+i.metric:'')))))];
  for (const k of kinds) console.log('    ', k.padEnd(28), of(x=>x.s.pillars.flatMap(p=>p.inputs).find(i=>i.kind+(i.metric?':'+i.metric:'')===k)?.score ?? 50), scored.filter(x=>x.s.pillars.flatMap(p=>p.inputs).some(i=>i.kind+(i.metric?':'+i.metric:'')===k)).length);
  const h=new Map<string,number>(); for(const x of scored) h.set(x.s.band!, (h.get(x.s.band!)??0)+1); console.log('  ', Object.fromEntries(h), 'median', scored.map(x=>x.s.score!).sort((a,b)=>a-b)[scored.length>>1]);
}
