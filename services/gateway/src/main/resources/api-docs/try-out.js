// The page asks as the dashboard does: with the session's cookie, and the CSRF token in a header.
function csrfToken() {
  const cookie = document.cookie.split('; ').find((pair) => pair.startsWith('XSRF-TOKEN='));
  return cookie?.slice('XSRF-TOKEN='.length);
}

SwaggerUIBundle({
  url: '/v3/api-docs',
  dom_id: '#page',
  deepLinking: true,
  validatorUrl: null,
  requestInterceptor(request) {
    const token = csrfToken();
    if (token) request.headers['X-XSRF-TOKEN'] = token;
    return request;
  },
});
