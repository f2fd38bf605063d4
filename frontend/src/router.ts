import { createRouter, createWebHistory } from 'vue-router'
import FleetView from './fleet/FleetView.vue'

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'fleet', component: FleetView },
    // The charts' library comes with the first page that draws one.
    { path: '/hosts/:host', name: 'host', component: () => import('./host/HostView.vue'), props: true },
    { path: '/explore', name: 'explore', component: () => import('./explore/ExploreView.vue') },
    { path: '/settings', name: 'settings', component: () => import('./settings/SettingsView.vue') },
    { path: '/login', name: 'login', component: () => import('./login/LoginView.vue') },
    { path: '/:path(.*)*', name: 'nowhere', component: () => import('./app/NowhereView.vue') },
  ],
  scrollBehavior: (to, from, saved) => {
    if (saved) return saved
    if (to.hash) return { el: to.hash, top: 120 }
    return to.path === from.path ? false : { top: 0 }
  },
})
