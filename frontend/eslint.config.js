import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'
import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'

export default defineConfigWithVueTs(
  { ignores: ['target/**', 'src/api/*.gen.ts'] },
  vue.configs['flat/recommended'],
  vueTsConfigs.strictTypeChecked,
  accessibility.configs['flat/recommended'],
  {
    rules: {
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-emits-declaration': ['error', 'type-based'],
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/no-unused-refs': 'error',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': ['error', { html: { void: 'always' } }],
      // A page under a content security policy without unsafe-inline: no markup from strings.
      'vue/no-v-html': 'error',
      'vue/no-static-inline-styles': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      // Numbers in text are what this application is about.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Use the client in src/api.' }],
    },
  },
  {
    files: ['src/**'],
    ignores: ['src/charts/echarts.ts', 'src/charts/TimeChart.vue'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['echarts', 'echarts/**', 'vue-echarts', '!./echarts'], message: 'Only src/charts/TimeChart.vue touches ECharts.' }] },
      ],
    },
  },
  { files: ['src/api/client.ts'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['scripts/**', 'e2e/**', '*.config.*'], extends: [vueTsConfigs.disableTypeChecked], rules: { 'no-restricted-globals': 'off' } },
)
