import type { Definition } from '../definition.ts';
import { type Language, textIn } from '../language.ts';
import { unrankedMode } from '../question-options.ts';
import { DONT_KNOW } from './cells.ts';
import { exportColumns, type ExtraColumns, isNumeric } from './columns.ts';
import { SUPPRESSED } from './suppress.ts';

/**
 * An R script that reads a study's CSV export (also the European Excel variant) with factors,
 * labels and numeric ranks, and prints mean ranks and Kendall's W of each ranking question as an
 * example. It needs base R only, and every text in it is written in ASCII.
 *
 * @param file the name of the CSV file that the script reads unless it is given another
 * @example
 * rScript(definition, { language: 'en', synthetic: false, file: 'smart-city.csv' })
 */
export function rScript(
  definition: Definition,
  {
    language,
    synthetic,
    file,
    ...extra
  }: ExtraColumns & { language: Language; synthetic: boolean; file: string },
): string {
  const columns = exportColumns(definition, language, { ...extra, synthetic });
  const named = (entries: string[], indent = '  ') =>
    entries.length === 0 ? '' : `\n${indent}${entries.join(`,\n${indent}`)}\n`;
  const pair = (name: string, text: string) => `${rString(name)} = ${rString(text)}`;
  const headersOf = (kept: (column: (typeof columns)[number]) => boolean) =>
    named(columns.filter(kept).map(({ header }) => rString(header)));
  const factors = columns
    .filter(({ type, values }) => (type === 'category' || type === 'scale') && values.length > 0)
    .map(({ header, values }) => {
      const pairs = values.map(({ value, label }) => pair(value, label));
      return `${rString(header)} = c(${named(pairs, '    ')}  )`;
    });
  const rankings = definition.questions.flatMap((question) => {
    if (question.kind !== 'ranking') return [];
    const items = columns.filter((column) => column.question === question.id);
    const pairs = items
      .filter(({ type }) => type === 'rank')
      .map(({ header, part }) => pair(header, part));
    const title = textIn(question.title, language, definition.defaultLanguage);
    return [
      `${rString(question.id)} = list(\n    title = ${rString(title)},\n` +
        `    unranked = ${rString(unrankedMode(question))},\n` +
        `    items = c(${named(pairs, '      ')}    )\n  )`,
    ];
  });
  const title = textIn(definition.title, language, definition.defaultLanguage);
  return `${[
    `# Reads the answers to a study that Plenary exported as CSV${synthetic ? ' (SYNTHETIC DATA)' : ''}.`,
    '# Run: Rscript THIS-FILE [CSV-FILE]; answers: the data frame, figures: the example.',
    `study <- ${rString(title)}`,
    `file <- c(commandArgs(trailingOnly = TRUE), ${rString(file)})[[1]]`,
    `suppressible <- c(${headersOf(({ suppressible }) => suppressible)})`,
    `numeric_columns <- c(${headersOf((column) => isNumeric(column) && column.type !== 'scale')})`,
    `rating_columns <- c(${headersOf(({ type }) => type === 'rating')})`,
    `scale_columns <- c(${headersOf(({ type }) => type === 'scale')})`,
    `value_labels <- list(${named(factors)})`,
    `rankings <- list(${named(rankings)})`,
  ].join('\n')}\n${CODE}`;
}

const CODE = String.raw`
# -- Reading -------------------------------------------------------------------------------------
# Everything comes as text first: an empty cell is NA, and so is a value held back because too few
# people share it. European files have semicolons and decimal commas.
separator <- if (grepl(";", readLines(file, n = 1, warn = FALSE), fixed = TRUE)) ";" else ","
answers <- read.table(
  file, header = TRUE, sep = separator, quote = "\"", comment.char = "", check.names = FALSE,
  colClasses = "character", na.strings = "", encoding = "UTF-8"
)
names(answers)[1] <- sub("^[^A-Za-z0-9]+", "", names(answers)[1], useBytes = TRUE) # byte order mark
answers[] <- lapply(names(answers), function(column) {
  cells <- answers[[column]]
  if (column %in% suppressible) cells[cells %in% "${SUPPRESSED}"] <- NA
  if (column %in% rating_columns) cells[cells %in% "${DONT_KNOW}"] <- NA
  if (column %in% c(numeric_columns, scale_columns)) cells <- sub(",", ".", cells, fixed = TRUE)
  if (column %in% numeric_columns) return(as.numeric(cells))
  labels <- value_labels[[column]]
  if (is.null(labels)) return(cells)
  factor(cells, names(labels), unname(labels), ordered = column %in% scale_columns)
})

# -- Example: mean ranks and Kendall's W of what people ranked for themselves --------------------
# Tied items share the mean of their places; with "bottom", so do all items left out, below the
# ranked ones. With "ignore", an item's mean is over those who ranked it, and W is not defined.
mid_ranks <- function(places, unranked) {
  ranks <- rank(places, na.last = "keep", ties.method = "average")
  open <- is.na(ranks)
  if (unranked == "bottom") ranks[open] <- (sum(!open) + 1 + length(ranks)) / 2
  ranks
}
kendall_w <- function(ranks) {
  n <- nrow(ranks)
  m <- ncol(ranks)
  ties <- sum(apply(ranks, 1, function(row) sum(table(row)^3 - table(row))))
  12 * sum((colSums(ranks) - n * (m + 1) / 2)^2) / (n^2 * (m^3 - m) - n * ties)
}
individual <- is.na(answers$voice) | answers$voice == levels(answers$voice)[[1]]
if (anyNA(answers$voice)) message("Who answers is suppressed: tables count among the people.")

figures <- lapply(rankings, function(ranking) {
  places <- as.matrix(answers[individual, names(ranking$items), drop = FALSE])
  places <- places[rowSums(!is.na(places)) > 0, , drop = FALSE]
  n <- nrow(places)
  if (n == 0) return(list(title = ranking$title, n = 0))
  ranks <- t(apply(places, 1, mid_ranks, unranked = ranking$unranked))
  items <- data.frame(
    item = unname(ranking$items),
    n_ranked = unname(colSums(!is.na(places))),
    mean_rank = unname(colMeans(ranks, na.rm = TRUE))
  )
  list(
    title = ranking$title,
    n = n,
    items = items[order(items$mean_rank), ],
    kendall_w = if (ranking$unranked == "bottom") kendall_w(ranks) else NA
  )
})

cat(study, "\n", sep = "")
for (figure in figures) {
  cat("\n", figure$title, " (n = ", figure$n, ")\n", sep = "")
  if (figure$n == 0) next
  print(figure$items, row.names = FALSE, digits = 10)
  if (!is.na(figure$kendall_w)) cat("Kendall's W = ", format(figure$kendall_w, digits = 10), "\n", sep = "")
}
`;

/** A string of R: every character but plain ASCII is written as its number, so nothing ends it. */
function rString(text: string): string {
  const safe = Array.from(text.toWellFormed(), (character) => {
    const code = character.codePointAt(0)!;
    if (character === '"' || character === '\\') return `\\${character}`;
    if (code >= 32 && code < 127) return character;
    return code === 0 ? ' ' : `\\U{${code.toString(16)}}`;
  });
  return `"${safe.join('')}"`;
}
