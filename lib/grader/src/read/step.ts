/** A cell to run, or the point at which an item's functions are taken, as its test cell does in JupyterLab. */
export type Step =
  | { readonly do: 'run'; readonly cell: number; readonly source: string; readonly item: string | undefined }
  | { readonly do: 'take'; readonly item: string };
