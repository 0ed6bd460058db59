/** Reserved words, and commands that are taken for themselves wherever a line starts with them. */
const RESERVED = new Set(
  (
    'all and by eq ge gt le lt ne not or to with ' +
    'begin comment data define do document else end execute file finish if input loop remark ' +
    'repeat subtitle text title'
  ).split(' '),
);

const LONGEST = 64;

/**
 * Names that SPSS takes, one for each column, in their order: at most 64 of the characters a–z,
 * 0–9, `_` and `.`, a letter first, none twice, no reserved word and no command.
 *
 * @example
 * spssNames(['role', 'topic-ranking.data', 'by']) // ['role', 'topic_ranking.data', 'by_']
 */
export function spssNames(headers: readonly string[]): string[] {
  const taken = new Set<string>();
  return headers.map((header) => {
    const letters = header.toLowerCase().replace(/[^a-z0-9.]/g, '_');
    const started = /^[a-z]/.test(letters) ? letters : `q_${letters}`;
    const allowed = RESERVED.has(started) ? `${started}_` : started;
    let name = allowed.slice(0, LONGEST).replace(/[._]+$/, (end) => end.replace(/\./g, '_'));
    for (let copy = 2; taken.has(name); copy++) {
      const ending = `_${copy}`;
      name = `${allowed.slice(0, LONGEST - ending.length)}${ending}`;
    }
    taken.add(name);
    return name;
  });
}
