import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { answers, seeded } from './survey.ts';

/** Prints, as JSON, the submissions a second and the times in milliseconds of one round. */
const [url = '', joinCode = '', connections = '32', seconds = '5'] = process.argv.slice(2);
const { hostname, port } = new URL(url);
const random = seeded(Number(connections));

// Bodies are written beforehand: the generator must not take the time that it measures.
const bodies = Array.from({ length: 400 }, () =>
  JSON.stringify({ joinCode, revision: 1, locale: 'en', answers: answers(random) }),
);
const times: number[] = [];
const failures: Record<string, number> = {};
const end = performance.now() + Number(seconds) * 1000;

/** One kept-alive connection that sends a new response after each answer. */
function phone(): Promise<void> {
  return new Promise((resolve) => {
    // Every phone has an address of its own, or all would share one limit.
    const place = () => 1 + Math.floor(Math.random() * 250);
    const localAddress = `127.${place()}.${place()}.${place()}`;
    const socket = connect({ host: hostname, port: Number(port), localAddress, noDelay: true });
    let start = 0;
    let text = '';
    const send = () => {
      if (performance.now() > end) {
        socket.end();
        resolve();
        return;
      }
      const body = bodies[Math.floor(Math.random() * bodies.length)]!;
      start = performance.now();
      text = '';
      socket.write(
        `PUT /api/responses/${randomUUID()} HTTP/1.1\r\nHost: ${hostname}\r\n` +
          `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
    };
    socket.setEncoding('latin1').on('data', (part: string) => {
      text += part;
      const head = text.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? -1);
      const isWhole = length >= 0 ? text.length >= head + 4 + length : text.endsWith('0\r\n\r\n');
      if (!isWhole) return;
      const status = text.slice(9, 12);
      if (status === '201') times.push(performance.now() - start);
      else failures[status] = (failures[status] ?? 0) + 1;
      send();
    });
    socket.on('connect', send).on('error', () => resolve());
  });
}

const begun = performance.now();
await Promise.all(Array.from({ length: Number(connections) }, phone));
const rate = times.length / ((performance.now() - begun) / 1000);
console.log(JSON.stringify({ rate, times: times.map((time) => +time.toFixed(2)), failures }));
