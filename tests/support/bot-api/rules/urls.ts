const PROTOCOL = /^([a-z][a-z0-9+.-]*):/iu;

/** What Telegram finds wrong with a link of a text or a button; null where it takes it. */
export function wrongUrl(url: string): string | null {
  if (url.trim() === '') return 'URL host is empty';
  const protocol = PROTOCOL.exec(url)?.[1]?.toLowerCase() ?? 'http';
  if (['tg', 'ton', 'tonsite'].includes(protocol)) return null;
  // `example.org:8080` has a port, not a protocol.
  if (!['http', 'https'].includes(protocol) && url.includes('://')) {
    return 'Unsupported URL protocol';
  }
  return hasPublicHost(url) ? null : 'Wrong HTTP URL';
}

/** Telegram wants a name with a dot, such as `example.org`, or an address; not `localhost`. */
function hasPublicHost(url: string): boolean {
  const whole = url.includes('://') ? url : `http://${url}`;
  if (/\s/u.test(url) || !URL.canParse(whole)) return false;
  return new URL(whole).hostname.includes('.');
}
