import type { DeclaredPackage } from './declared-package.js';

/** What is installed for a package itself; what its users have to bring (`peerDependencies`) is their choice. */
const SECTION = /"(?:dependencies|devDependencies|optionalDependencies)"\s*:\s*\{([^{}]*)\}/dg;
const ENTRY = /"([^"\n]+)"\s*:\s*"([^"\n]*)"/dg;
/** `npm:@scope/name@1.2.3` installs a package under another name. */
const ALIAS = /^npm:(@?[^@]+)@/;

/** Packages that a `package.json` asks for by version. */
export function declaredInPackageJson(text: string): readonly DeclaredPackage[] {
  const overrides = /"(?:overrides|resolutions)"\s*:\s*\{[\s\S]*/.exec(text)?.[0] ?? '';
  return [...text.matchAll(SECTION)].flatMap((section) => {
    const [start = 0] = section.indices?.[1] ?? [];
    return [...(section[1] ?? '').matchAll(ENTRY)].flatMap((entry): readonly DeclaredPackage[] => {
      const [, key = '', written = ''] = entry;
      const alias = ALIAS.exec(written);
      const asked = written.slice(alias?.[0].length ?? 0);
      const [from, to] = entry.indices?.[2] ?? [0, 0];
      const name = alias?.[1] ?? key;
      const bound = overrides.includes(`"${name}"`) || overrides.includes(`/${name}"`);
      return [{ name, asked, range: [start + from + (alias?.[0].length ?? 0), start + to], notation: 'npm', bound }];
    });
  });
}
