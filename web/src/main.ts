import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/graph.css'
import './styles/network.css'
import { mount } from 'svelte'
import App from './App.svelte'

const target = document.getElementById('app')
if (!target) throw new Error('index.html has lost its #app')
mount(App, { target })
