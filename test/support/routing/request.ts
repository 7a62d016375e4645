/** What a client asks, as far as routes tell requests apart. */
export interface Request {
  readonly scheme: 'http' | 'https';
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** `POST https://shop.example.com/a?b=c x-a=1 x-b=2` */
export function request(text: string): Request {
  const [method = '', address = '', ...headers] = text.split(' ');
  const url = new URL(address);
  return {
    scheme: url.protocol === 'http:' ? 'http' : 'https',
    method,
    host: url.hostname,
    path: address.slice(url.origin.length).split('?')[0] || '/',
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries(headers.map((one) => one.split('=').map((part) => part.trim()) as [string, string])),
  };
}

export interface Share {
  readonly service: string;
  readonly weight: number;
}

/** What becomes of a request. */
export type Answer =
  | { readonly forward: readonly Share[]; readonly path: string; readonly host: string }
  | {
      readonly redirect: number;
      readonly scheme: string;
      readonly host: string;
      readonly port: number;
      readonly path: string;
    }
  | { readonly status: number };

/** An answer as a table shows it: `web:80 90%, canary:80 10%`, and what a backend sees where it is another path or host. */
export function shown(answer: Answer, asked: Request): string {
  if ('status' in answer) return String(answer.status);
  if ('redirect' in answer) {
    const usual = answer.scheme === 'https' ? 443 : 80;
    return `${answer.redirect} ${answer.scheme}://${answer.host}${answer.port === usual ? '' : `:${answer.port}`}${answer.path}`;
  }
  const shares = answer.forward.filter(({ weight }) => weight > 0);
  const sum = shares.reduce((all, { weight }) => all + weight, 0);
  const text = shares
    .map(({ service, weight }) => `${service}${weight === sum ? '' : ` ${(weight * 100) / sum}%`}`)
    .join(', ');
  const seen = `${answer.host === asked.host ? '' : answer.host}${answer.path === asked.path ? '' : answer.path}`;
  return seen === '' ? text : `${text} as ${seen}`;
}
