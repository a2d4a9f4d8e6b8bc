import { createHmac, timingSafeEqual } from 'node:crypto';

const secret = process.env.SESSION_SECRET ?? '';

/** The customer whose signed cookie the request carries. */
export function customerOf(request: Request): string | undefined {
  const cookie = /(?:^|; )session=([\w-]+)\.([0-9a-f]{64})/.exec(request.headers.get('cookie') ?? '');
  if (cookie?.[1] === undefined || cookie[2] === undefined || secret === '') return undefined;
  const expected = createHmac('sha256', secret).update(cookie[1]).digest();
  return timingSafeEqual(expected, Buffer.from(cookie[2], 'hex')) ? cookie[1] : undefined;
}
