import { renderSVG } from 'uqr';
import { formatJoinCode } from '../survey/join-code.ts';

/**
 * The address that people join under.
 *
 * @example
 * joinUrl('https://plenary.example', 'K7P42M') // 'https://plenary.example/j/K7P-42M'
 */
export function joinUrl(origin: string, joinCode: string): string {
  return `${origin}/j/${formatJoinCode(joinCode)}`;
}

/**
 * A QR code as SVG, black on white with the quiet zone of four modules that scanners need;
 * readable with a quarter of it (level Q) hidden or in glare.
 */
export function qrSvg(text: string): string {
  return renderSVG(text, { border: 4, ecc: 'Q' });
}
