// Starts Swagger UI on the contract of the page. No online validator is asked, and nothing of the address is taken over.

const dark = matchMedia('(prefers-color-scheme: dark)');
const paint = () => document.documentElement.classList.toggle('dark-mode', dark.matches);

paint();
dark.addEventListener('change', paint);

SwaggerUIBundle({
  url: `/__mock/swagger/${document.documentElement.dataset.api}.json`,
  dom_id: '#swagger-ui',
  validatorUrl: null,
  queryConfigEnabled: false,
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  presets: [SwaggerUIBundle.presets.apis],
  layout: 'BaseLayout',
});
