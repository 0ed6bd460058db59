import type { Language } from '../language.ts';

type ColumnName =
  | 'voice'
  | 'table'
  | 'round'
  | 'event'
  | 'language'
  | 'day'
  | 'version'
  | 'synthetic'
  | 'mark'
  | 'channel';

/** The words of an export's own: sheets, columns that need no question, heads of the dictionary. */
export interface ExportWords {
  sheets: { answers: string; labels: string; dictionary: string; about: string };
  columns: Record<ColumnName, string>;
  /** In the order of `DICTIONARY_HEADER`. */
  dictionary: readonly string[];
  chosen: string;
  notChosen: string;
  ownWords: string;
  noOpinion: string;
}

/** Reads a row of words: four sheets, eight columns, nine heads, four more, and two columns. */
function words(text: string): ExportWords {
  const all = text.trim().split(/\s*[|\n]\s*/);
  const [answers, labels, dictionary, about] = all as [string, string, string, string];
  const [voice, table, round, event, language, day, version, synthetic] = all.slice(4) as [
    ...[string, string, string, string, string, string, string, string],
  ];
  const [chosen, notChosen, ownWords, noOpinion, mark, channel] = all.slice(21) as [
    ...[string, string, string, string, string, string],
  ];
  return {
    sheets: { answers, labels, dictionary, about },
    columns: { voice, table, round, event, language, day, version, synthetic, mark, channel },
    dictionary: all.slice(12, 21),
    chosen,
    notChosen,
    ownWords,
    noOpinion,
  };
}

const WORDS: Record<Language, ExportWords> = {
  en: words(`Answers | Labels | Data dictionary | About
    Who answers | Table | Round | Event | Language of the page | Day | Version of the study | Synthetic
    column | type | question | item | label | values | empty | suppressible | spss
    Chosen | Not chosen | in own words | No opinion
    Came as | How it came`),
  es: words(`Respuestas | Etiquetas | Diccionario de datos | Acerca de
    Quién responde | Mesa | Ronda | Evento | Idioma de la página | Día | Versión del estudio | Sintético
    columna | tipo | pregunta | elemento | etiqueta | valores | vacío | suprimible | spss
    Elegido | No elegido | con sus palabras | Sin opinión
    Participa como | Vía de entrada`),
  ca: words(`Respostes | Etiquetes | Diccionari de dades | Sobre el fitxer
    Qui respon | Taula | Ronda | Esdeveniment | Llengua de la pàgina | Dia | Versió de l’estudi | Sintètic
    columna | tipus | pregunta | element | etiqueta | valors | buit | suprimible | spss
    Triat | No triat | amb paraules pròpies | Sense opinió
    Participa com a | Via d’entrada`),
  pt: words(`Respostas | Etiquetas | Dicionário de dados | Sobre
    Quem responde | Mesa | Ronda | Evento | Língua da página | Dia | Versão do estudo | Sintético
    coluna | tipo | pergunta | item | etiqueta | valores | vazio | suprimível | spss
    Escolhido | Não escolhido | por palavras próprias | Sem opinião
    Participa como | Via de entrada`),
  fr: words(`Réponses | Libellés | Dictionnaire des données | À propos
    Qui répond | Table | Tour | Événement | Langue de la page | Jour | Version de l’étude | Synthétique
    colonne | type | question | élément | libellé | valeurs | vide | masquable | spss
    Choisi | Non choisi | en ses propres mots | Sans opinion
    Participe comme | Voie de saisie`),
  de: words(`Antworten | Beschriftungen | Datenwörterbuch | Über diese Datei
    Wer antwortet | Tisch | Runde | Veranstaltung | Sprache der Seite | Tag | Version der Studie | Synthetisch
    Spalte | Typ | Frage | Element | Beschriftung | Werte | leer | zurückhaltbar | SPSS
    Gewählt | Nicht gewählt | in eigenen Worten | Keine Meinung
    Nimmt teil als | Eingabeweg`),
  it: words(`Risposte | Etichette | Dizionario dei dati | Informazioni
    Chi risponde | Tavolo | Turno | Evento | Lingua della pagina | Giorno | Versione dello studio | Sintetico
    colonna | tipo | domanda | elemento | etichetta | valori | vuoto | sopprimibile | spss
    Scelto | Non scelto | con parole proprie | Nessuna opinione
    Partecipa come | Via di invio`),
  nl: words(`Antwoorden | Labels | Gegevenswoordenboek | Over dit bestand
    Wie antwoordt | Tafel | Ronde | Evenement | Taal van de pagina | Dag | Versie van het onderzoek | Synthetisch
    kolom | type | vraag | item | label | waarden | leeg | te verbergen | spss
    Gekozen | Niet gekozen | in eigen woorden | Geen mening
    Neemt deel als | Manier van invoer`),
};

/**
 * What an export calls its own parts in a language.
 *
 * @example
 * exportWords('de').sheets.answers // 'Antworten'
 */
export function exportWords(language: Language): ExportWords {
  return WORDS[language];
}
