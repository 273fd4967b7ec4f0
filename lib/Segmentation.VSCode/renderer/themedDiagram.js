/** @typedef {import('./colours.js').ThemeColours} ThemeColours */

/** Colours that the library's diagrams and notebooks name, and what stands for them on a dark ground. */
const onDark = new Map([['#E6F1F8', '#12354F'], ['#F4F5F7', '#2B3036']]);

/**
 * Returns a diagram in the colours of a theme: its text with the colours that it names mapped, and Mermaid's options.
 * @param {string} text
 * @param {ThemeColours} colours
 */
export function themedDiagram(text, colours) {
  const neutrals = new Map([['#1F2933', colours.ink], ['#5F6B7A', colours.quiet], ['#B8BEC6', colours.aside], ...(colours.isDark ? onDark : [])]);
  const source = text.replace(/#[0-9a-f]{6}\b/gi, written => neutrals.get(written.toUpperCase()) ?? written);
  return {
    source,
    options: {
      theme: 'base',
      fontFamily: colours.fonts,
      themeVariables: {
        darkMode: colours.isDark,
        background: colours.ground,
        fontFamily: colours.fonts,
        primaryColor: colours.grid,
        primaryTextColor: colours.ink,
        primaryBorderColor: colours.quiet,
        secondaryColor: colours.grid,
        tertiaryColor: colours.grid,
        clusterBkg: colours.grid,
        clusterBorder: colours.aside,
        titleColor: colours.ink,
        lineColor: colours.quiet,
        textColor: colours.ink,
        edgeLabelBackground: colours.ground,
        noteBkgColor: colours.grid,
        noteTextColor: colours.ink,
      },
    },
  };
}
