/** Of the page of differences: light and dark, on a screen and on paper. */
export const DIFF_STYLE = `
:root{color-scheme:light dark;--line:#d0d7de;--soft:#57606a;--bad:#cf222e;--warn:#9a6700;--note:#0969da;--good:#1a7f37;--mark:#f6f8fa}
@media(prefers-color-scheme:dark){:root{--line:#30363d;--soft:#8b949e;--bad:#ff7b72;--warn:#d29922;--note:#79c0ff;--good:#7ee787;--mark:#161b22}}
body{font:15px/1.5 system-ui,sans-serif;max-width:76rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.1rem}h3{font-size:1rem;margin:0 0 .5rem;font-weight:600}
small{color:var(--soft);font-weight:400}
details{margin:1rem 0;border:1px solid var(--line);border-radius:6px;padding:.5rem 1rem}
summary{cursor:pointer;font-weight:600}
article{border-left:4px solid var(--line);padding:.5rem 0 .5rem .75rem;margin:.75rem 0}
table{border-collapse:collapse;width:100%;font-size:.9rem}
td{border-top:1px solid var(--line);padding:.25rem .5rem;vertical-align:top;overflow-wrap:anywhere}
td:first-child{width:34%}td:last-child{width:24%;color:var(--soft)}
code,ins,del{font-family:ui-monospace,monospace;font-size:.85em}
del{color:var(--bad);text-decoration:none}ins{color:var(--good);text-decoration:none}
h3 span{font-size:.75rem;padding:.1rem .4rem;border-radius:1rem;border:1px solid currentColor}
.removed{color:var(--bad)}.added{color:var(--good)}.changed{color:var(--warn)}
.why{margin:.4rem 0 0;font-size:.9rem}.why b{color:var(--warn)}
ul.counts{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.5rem}
ul.counts li{border:1px solid var(--line);border-left:4px solid var(--warn);border-radius:4px;padding:.25rem .6rem;background:var(--mark)}
article.refused,article.data,article.machines,article.address,article.load-balancer,article.replaced,
li.refused,li.data,li.machines,li.address,li.load-balancer,li.replaced{border-left-color:var(--bad)!important}
.why.refused b,.why.data b,.why.machines b,.why.address b,.why.load-balancer b,.why.replaced b{color:var(--bad)}
article.unavailable,article.targets,article.widened,article.memory{border-left-color:var(--warn)}
article.restart,article.traffic,article.access,article.capacity,article.scale,article.cost{border-left-color:var(--note)}
@media print{details{break-inside:auto}article{break-inside:avoid}}
`;
