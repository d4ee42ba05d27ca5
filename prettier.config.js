/** One way to lay code out, so that nobody has to think about it. Templates of views stay as written: their spaces show on the page. */
export default {
  printWidth: 120,
  singleQuote: true,
  embeddedLanguageFormatting: 'off',
  // Reads the code with a parser that takes half the processor time; what it lays out is the same.
  plugins: ['@prettier/plugin-oxc'],
};
