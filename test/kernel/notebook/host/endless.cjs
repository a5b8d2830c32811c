/** A module whose loading takes for ever, if asked for. */
while (globalThis.endless);
exports.whole = true;
