/** The desk's only origin. */
export const appOrigin = 'app://desk';
export const startPage = `${appOrigin}/index.html`;
