import { createRouter, createWebHistory } from 'vue-router'
import FleetView from './views/FleetView.vue'

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'fleet', component: FleetView },
    // The charts' library comes with the first page that draws one.
    { path: '/hosts/:host', name: 'host', component: () => import('./views/HostView.vue'), props: true },
    { path: '/:path(.*)*', name: 'nowhere', component: () => import('./views/NowhereView.vue') },
  ],
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
})
