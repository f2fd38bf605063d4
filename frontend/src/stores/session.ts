import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { ApiError, onRefused } from '@/api/client'
import { getSession, login, logout, type Session } from '@/api/rest'

const OPEN: Session = { authentication: 'none', user: null, role: 'operator' }

/** Who looks at the dashboard, and whether the gateway still knows it. */
export const useSession = defineStore('session', () => {
  /** Undefined until the gateway has said it. */
  const session = shallowRef<Session>()
  /** The page is open, but its session has ended. */
  const expired = shallowRef(false)

  async function refresh(): Promise<void> {
    try {
      session.value = await getSession()
      expired.value = false
    } catch (cause) {
      // A gateway without users has nothing to say of them.
      if (cause instanceof ApiError && cause.status === 404) session.value = OPEN
    }
  }

  async function signIn(username: string, password: string): Promise<void> {
    await login(username, password)
    await refresh()
  }

  async function signOut(): Promise<void> {
    await logout()
    await refresh()
  }

  onRefused(() => { expired.value = true })

  const mustSignIn = computed(() => session.value?.authentication === 'form' && session.value.user === null)
  /** Whether settings, tokens and annotations are for them to change. */
  const mayChange = computed(() => session.value?.authentication === 'none' || session.value?.role === 'operator')
  return { session, expired, mustSignIn, mayChange, refresh, signIn, signOut }
})
