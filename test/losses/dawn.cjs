/** What npm's `webgpu` exports: the addon for this machine. */
const platform = process.platform === 'darwin' ? 'darwin-universal' : `${process.platform}-${process.arch}`;
module.exports = require(`../../node_modules/webgpu/dist/${platform}/dawn.node`);
