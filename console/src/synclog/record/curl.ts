import type { WireRequest } from '../../api/tasks';
import { headerLines } from './exchanges';
import { filledIn, maskedPlaces, placeholder } from './masks';

/** Headers that curl makes itself, from what it is given. */
const OWN = /^(content-length|host|connection):/i;

/**
 * The request as a command of curl, for a shell. What was masked becomes a variable to be set first; the body keeps every byte.
 *
 * @param secretsNote comment above the variables
 * @param cutNote comment where the body was not kept whole
 */
export function curlOf(request: WireRequest, secretsNote: string, cutNote: string): string {
  const headers = headerLines(request.headers)
    .split('\n')
    .filter((line) => line !== '' && !OWN.test(line));
  const target = request.target ?? '';
  const body = request.body ?? '';
  const variables = [...new Set([target, ...headers, body].flatMap(maskedPlaces).map(({ name }) => placeholder(name)))];
  const command = [
    `curl -X ${request.operation ?? 'GET'} ${quoted(target)}`,
    ...headers.map((line) => `-H ${quoted(line)}`),
    ...(body ? [`--data-binary ${quoted(body)}`] : []),
  ];
  return [
    ...(variables.length > 0 ? [`# ${secretsNote}`, ...variables.map((name) => `# export ${name}=`)] : []),
    ...(request.cut > 0 ? [`# ${cutNote}`] : []),
    command.join(' \\\n  '),
  ].join('\n');
}

/** In single quotes, where a shell changes nothing; variables stand outside of them, in double ones. */
const quoted = (text: string) => `'${filledIn(text, (name) => `'"$${name}"'`, (plain) => plain.replaceAll("'", `'\\''`))}'`;
