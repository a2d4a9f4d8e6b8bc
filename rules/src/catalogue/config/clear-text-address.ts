/** An address without encryption that leads off this machine, as a regular expression. */
export const clearTextAddress = 'http://(?!localhost|127\\.|\\[::1\\]|0\\.0\\.0\\.0|host\\.docker\\.internal)\\S+';
