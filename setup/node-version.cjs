// Old JavaScript on purpose: this file must run on the Node that is too old, to say so.
var language = (
  process.env.LOSSBOOK_LANG ||
  process.env.LC_ALL ||
  process.env.LC_MESSAGES ||
  process.env.LANG ||
  ''
).slice(0, 2);
var parts = process.versions.node.split('.').map(Number);
if (parts[0] < 20 || (parts[0] === 20 && parts[1] < 19)) {
  var messages = {
    pt:
      'O Node ' +
      process.versions.node +
      ' é antigo demais: instale o Node 20.19 ou mais novo (https://nodejs.org) e repita.',
    es:
      'Node ' +
      process.versions.node +
      ' es demasiado antiguo: instala Node 20.19 o posterior (https://nodejs.org) y repite.',
    en:
      'Node ' + process.versions.node + ' is too old: install Node 20.19 or newer (https://nodejs.org) and try again.',
  };
  console.error(messages[language] || messages.en);
  process.exit(1);
}
