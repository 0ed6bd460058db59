/** Pages take their texts from catalogues as the documents of `src/survey` do. */
export * from '../../src/survey/catalogue.ts';
