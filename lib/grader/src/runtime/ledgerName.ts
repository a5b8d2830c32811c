/** The global variable in which the worker hands its ledger to TensorFlow.js while that is loaded. */
export const ledgerName = 'lossbookLedger';
