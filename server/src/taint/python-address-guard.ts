import type { SinkKind } from '@leashlint/rules';
import type { MemberValue } from '../facts.js';
import type { Program, Ref } from '../program/program.js';
import { addressOnly, isHostPart, type TestVerdict } from './guard-tests.js';
import { relationTo, type Subject } from './subject.js';

/** What an address of `ipaddress` says about itself; `is_global` is the opposite of the others. */
const PRIVATE: ReadonlySet<string> = new Set(['is_private', 'is_loopback', 'is_link_local', 'is_reserved']);
/** Functions that ask which address a name has. */
const RESOLVING: ReadonlySet<string> = new Set(['gethostbyname', 'gethostbyname_ex', 'getaddrinfo']);

/** `ipaddress.ip_address(socket.gethostbyname(host)).is_private`. */
export function pythonAddressGuard(
  program: Program,
  at: Ref,
  value: MemberValue,
  holds: boolean,
  subject: Subject,
  sink: SinkKind,
): TestVerdict {
  if (sink !== 'url' || holds !== (value.key === 'is_global')) return undefined;
  if (value.key !== 'is_global' && !PRIVATE.has(value.key)) return undefined;
  const about = relationTo(program, program.ref(program.fileOf(at), value.object), subject);
  if (about === undefined || !isHostPart(about.through)) return undefined;
  return about.through.some((step) => RESOLVING.has(step)) ? 'clean' : addressOnly(program.span(at));
}
