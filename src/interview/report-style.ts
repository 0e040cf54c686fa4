/** Style of the report page: reads on paper and on a phone, light or dark, without scripts. */
export const reportStyle = `
:root{color-scheme:light dark;--ink:#1c2326;--soft:#566267;--line:#cfd8dc;--paper:#fff;--for:#fff2b3;--against:#ffd9d4;--bar:#2b7a78;--open:#d9a441;--rest:#b6c2c7}
@media (prefers-color-scheme:dark){:root{--ink:#e7ecee;--soft:#a3b1b7;--line:#3a464b;--paper:#161b1d;--for:#5a4d12;--against:#5c2a25;--bar:#59b3b0;--open:#c99538;--rest:#4d5a60}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem 1rem 4rem;max-width:52rem;font:16px/1.5 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;color:var(--ink);background:var(--paper)}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .25rem}h2{font-size:1.25rem;margin:2.5rem 0 .75rem;padding-bottom:.25rem;border-bottom:2px solid var(--line)}h3{font-size:1.05rem;margin:0 0 .25rem}
p{margin:.4rem 0}.soft,.source,footer{color:var(--soft)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:0 0 1.25rem}caption{text-align:left;font-weight:600;padding:.25rem 0}a{color:inherit;text-decoration-color:var(--line);text-underline-offset:.2em}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem .4rem 0;border-bottom:1px solid var(--line)}th{font-weight:600}
.words{font-weight:400;color:var(--soft);font-size:.9rem}td{width:26%}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:1rem 0}dt{color:var(--soft)}dd{margin:0}
section.criterion{margin:0 0 2rem;break-inside:avoid-page}
blockquote{margin:.5rem 0;padding:.3rem .8rem;border-left:4px solid var(--bar)}blockquote.against{border-color:#c0564a}blockquote.uncertain{border-left-style:dashed}
blockquote p{margin:0}.source{font-size:.9rem}
.judgement{font-weight:600}
mark{background:var(--for);color:inherit;padding:.05em 0}mark.against{background:var(--against)}
.ref{font-size:.72rem;vertical-align:super;color:var(--soft);text-decoration:none;margin:0 .1rem}
pre.document{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;border:1px solid var(--line);border-radius:6px;padding:1rem}
.hidden-text{border:1px dashed #c0564a;border-radius:6px;padding:.5rem .8rem;margin:.5rem 0;overflow-wrap:anywhere}
svg.timeline{width:100%;min-width:30rem;height:auto;max-width:40rem;margin:.5rem 0}
svg text{fill:var(--ink);font:11px system-ui,sans-serif}svg .axis{fill:var(--soft);font-size:10px}svg .year{stroke:var(--line)}
svg .window{fill:none;stroke:var(--soft);stroke-dasharray:4 3}svg .counted{fill:var(--bar)}svg .uncertain{fill:var(--open)}svg .other{fill:var(--rest)}
@media print{svg.timeline{min-width:0}:root{--ink:#000;--soft:#444;--line:#bbb;--paper:#fff;--for:#fff2b3;--against:#ffd9d4}body{max-width:none;padding:0;font-size:10.5pt}h2{break-after:avoid}pre.document{border:0;padding:0}mark,rect{print-color-adjust:exact;-webkit-print-color-adjust:exact}a{color:inherit}@page{margin:18mm}}
`
