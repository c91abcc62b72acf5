/** The API is a sibling of the page, so that a reverse proxy may put both below a path of its own. */
export const HTTP_URL = new URL('graphql', window.location.href.replace(/[?#].*$/, '')).href;

/** `ws` for `http` and `wss` for `https`, on the same host. */
export const WEBSOCKET_URL = HTTP_URL.replace(/^http/, 'ws');
