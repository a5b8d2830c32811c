/** The style of a feedback page: contrast of 7 to 1 and more, no colour that carries meaning alone. */
export const style = `
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1a1a1a; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.6rem; }
h2 { font-size: 1.2rem; margin-top: 2rem; }
.score { font-size: 1.3rem; }
.points { font-weight: normal; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #767676; padding: .4rem .6rem; text-align: left; vertical-align: top; }
td:not(:last-child), th { white-space: nowrap; }
.lines th:last-child { width: 100%; }
thead th { background: #ececec; }
.sign { display: inline-block; width: 1.2em; font-weight: bold; }
.right td:nth-child(2) { color: #0b4f1c; }
.wrong td:nth-child(2), .timeout td:nth-child(2), .crashed td:nth-child(2), .not-executed td:nth-child(2) { color: #7a0c0c; }
pre { overflow-x: auto; white-space: pre-wrap; background: #f4f4f4; padding: .6rem; }
.prose { border-left: 4px solid #767676; padding-left: .8rem; }
.prose p { white-space: pre-line; overflow-x: auto; }
.comment { border-left: 4px solid #1a1a1a; padding-left: .8rem; white-space: pre-wrap; }
math { font: 1.1rem "Cambria Math", "STIX Two Math", "Latin Modern Math", "Libertinus Math", math; }
.tml-left { text-align: left; text-align: -webkit-left; }
.tml-right { text-align: right; text-align: -webkit-right; }
:focus-visible { outline: 3px solid #2f5d8a; outline-offset: 2px; }
.formula { margin: .6rem 0; padding-bottom: .3rem; overflow-x: auto; }
.plot { margin: .6rem 0 0; }
.plot svg { max-width: 100%; height: auto; }
.plot text { font: 12px system-ui, sans-serif; fill: #1a1a1a; }
.plot rect { fill: none; stroke: #767676; }
.plot circle { fill: #2f5d8a; stroke: #1a1a1a; }
.plot .same { stroke: #1a1a1a; stroke-dasharray: 6 4; }
.file { color: #4a4a4a; }
summary { cursor: pointer; margin-top: 2rem; }
@media screen and (max-width: 40rem) {
  main { padding: .8rem; }
  .lines, .lines tbody { display: block; }
  .lines thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .lines tr { display: grid; grid-template-columns: 1fr auto auto; border: 1px solid #767676; margin-bottom: .5rem; }
  .lines th, .lines td { border: 0; }
  .lines th:last-child { width: auto; }
  .lines td:last-child { grid-column: 1 / -1; padding-top: 0; }
  .lines td:last-child:empty { display: none; }
}
@media print { main { max-width: none; padding: 0; } tr, figure, math { break-inside: avoid; } h2, h3, thead { break-after: avoid; } .formula { overflow: visible; } }
`;
