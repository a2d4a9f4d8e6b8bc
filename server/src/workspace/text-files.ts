import { baseNameOf } from '../path.js';

const SETTINGS =
  /(?:^|\/)\.env(?:\.[\w.-]+)?$|(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[\w-]+)?$|\.dockerfile$|\.(?:env|jsonc?|ya?ml|toml|ini|cfg|conf|properties)$/i;
/** Templates are there to be filled in; lock files hold hashes; manifests are read for versions. */
const HARMLESS =
  /(?:^|[.-])(?:example|sample|template|dist|defaults?)(?:\.\w+)?$|(?:^|[.-])lock(?:\.\w+)?$|-lock\.(?:json|ya?ml)$|^package\.json$|^[tj]sconfig[\w.-]*\.json$|\.schema\.json$/i;

/** Settings in which people leave keys, judged by name. They are scanned as text and never parsed as code. */
export function isSettingsFile(file: string): boolean {
  return SETTINGS.test(file) && !HARMLESS.test(baseNameOf(file));
}
