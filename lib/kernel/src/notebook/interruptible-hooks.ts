import { createHook, type AsyncHook } from 'node:async_hooks';

/** Of Node's own record of its async hooks: how many there are, and how strictly it checks that each call of one has its end. */
interface HookRecord {
  readonly async_hook_fields: Uint32Array;
  readonly constants: { readonly kTotals: number; readonly kCheck: number };
}

/**
 * Lets an interrupt end code while async hooks follow it, as they do for AsyncLocalStorage up to Node 22: an interrupt leaves
 * no time for the hooks' ends, and Node would take that for a broken program and abort. Newer ones follow without hooks.
 */
export function tolerateInterrupts(): void {
  const record = hookRecord();
  if (!record) return;
  const { async_hook_fields: fields, constants } = record;
  const prototype = Object.getPrototypeOf(createHook({})) as AsyncHook;
  for (const name of ['enable', 'disable'] as const) {
    const original = Object.getOwnPropertyDescriptor(prototype, name)?.value as () => AsyncHook;
    prototype[name] = function () {
      const hook = original.call(this);
      fields[constants.kTotals] = 0;
      fields[constants.kCheck] = 0;
      return hook;
    };
  }
}

/** There is no documented way to it; the undocumented one is gone where it is not needed. */
function hookRecord(): HookRecord | undefined {
  const { noDeprecation } = process as { noDeprecation?: boolean };
  const { binding } = process as unknown as { binding: (name: string) => HookRecord };
  Reflect.set(process, 'noDeprecation', true);
  try {
    return binding('async_wrap');
  } catch {
    return undefined;
  } finally {
    Reflect.set(process, 'noDeprecation', noDeprecation);
  }
}
