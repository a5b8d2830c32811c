export * from './converter';
export * from './evaluate';
