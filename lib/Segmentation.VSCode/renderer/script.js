/** @type {Map<string, Promise<void>>} */
const loading = new Map();

/**
 * Loads a script that is not a module, once.
 * @param {string} place Where it lies, seen from here.
 * @param {string} name The global that it defines.
 * @returns {Promise<void>}
 */
export function loadScript(place, name) {
  let loaded = loading.get(name);
  if (loaded === undefined) {
    loaded = new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = new URL(place, import.meta.url).toString();
      script.onload = () => resolve();
      script.onerror = () => reject(new Error(`The extension's ${name} could not be loaded: install the extension again.`));
      document.head.append(script);
    });
    loading.set(name, loaded);
    // The next drawing tries again.
    loaded.catch(() => loading.delete(name));
  }

  return loaded;
}
