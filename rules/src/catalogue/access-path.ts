/**
 * A framework as data. Rows are literals only, so that they can be printed, compared and checked against the package's
 * type declarations.
 *
 * **Access paths** use the notation of CodeQL's models-as-data, tokens joined by `.`: `Member[a,b]` (a property or
 * export; `default` is the default export, `*` any name), `ReturnValue` (result of a call; awaiting is implied),
 * `Instance` (result of `new`, and any value annotated with that class or interface type), `Argument[n]` (`Argument[n..]`
 * from n on, `Argument[name]` a keyword argument, of a sink `Argument[*]` every one), `Parameter[n]` (of a function value), `ArrayElement`.
 * `Argument[N-1]` is the last argument. A range (`Argument[1..2]`) in a row that wants one value means the first argument of
 * the range whose value has the wanted shape: text for names and descriptions, an object for schemas and options, a
 * function for handlers.
 * A path starts at a package's exports: `Member[generateText]` of package `ai`; `Member[default]` is also the module object
 * that `require` gives. The package `global` stands for names that the runtime provides. There `Member[jsx].Member[div]` is
 * the JSX element `<div>` (`Member[*]`: any element), seen as a call whose `Argument[0]` is the object of its attributes.
 *
 * **Relative paths** start at a call: `Argument[0].Member[system]` is an option of the call's first argument. `Receiver` is the
 * object of a method call; when a call made that object, `Receiver.Argument[0]` is an argument of it.
 *
 * Where several rows match one call, all of them hold.
 */
export type AccessPath = string;

export type RelativePath = string;

/** Versions that a row holds for, as a comparison of the major (and minor) version: `<6`, `>=6`, `>=5 <7`. */
export type VersionRange = string;

export interface Row {
  /** Module specifier if the row holds for one of the framework's modules only. */
  readonly module?: string;
  readonly versions?: VersionRange;
}
