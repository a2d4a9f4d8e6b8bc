import module from 'node:module';

/**
 * Has the runtime keep compiled code of what is loaded from here on, in its own folder for that, and take it from there the next
 * time. Node 22.8 and later do; nothing happens elsewhere, or where NODE_DISABLE_COMPILE_CACHE is set.
 */
export function keepCompiledCode(): void {
  // The types are those of Node 20.
  const enable: unknown = Reflect.get(module, 'enableCompileCache');
  if (typeof enable === 'function') Reflect.apply(enable, module, []);
}
