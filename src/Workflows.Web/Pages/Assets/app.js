import { initAll } from './govuk-frontend.js'

function begin () {
  document.body.classList.add('js-enabled')
  if ('noModule' in HTMLScriptElement.prototype) {
    document.body.classList.add('govuk-frontend-supported')
  }
  initAll()
  for (const form of document.querySelectorAll('form[data-upload]')) {
    form.addEventListener('submit', send)
  }
}

// A file is sent as the form would send it, and how far it has come is shown and said. What the service answers is shown as it
// would be without a script.
function send (event) {
  const form = event.currentTarget
  const place = form.querySelector('.app-progress')
  const file = form.querySelector('input[type=file]').files[0]
  if (!place || !file) {
    return
  }

  event.preventDefault()
  const bar = place.querySelector('progress')
  const words = place.querySelector('[role=status]')
  const request = new XMLHttpRequest()
  let said = -1
  place.hidden = false
  request.upload.addEventListener('progress', sent => {
    const share = sent.lengthComputable ? Math.floor(100 * sent.loaded / sent.total) : 0
    bar.value = share
    if (Math.floor(share / 25) !== said) {
      said = Math.floor(share / 25)
      words.textContent = share < 100 ? `${share}% is sent` : 'All of it is sent. It is being kept.'
    }
  })
  request.addEventListener('load', () => {
    if (request.status < 400 && request.responseURL !== form.action) {
      location.assign(request.responseURL)
      return
    }

    const answer = new DOMParser().parseFromString(request.responseText, 'text/html')
    document.title = answer.title
    document.body.replaceWith(document.adoptNode(answer.body))
    begin()
    window.scrollTo(0, 0)
  })
  request.addEventListener('error', () => {
    place.hidden = true
    words.textContent = ''
    form.removeEventListener('submit', send)
    form.submit()
  })
  request.open('POST', form.action)
  request.setRequestHeader('Accept', 'text/html')
  request.send(new FormData(form))
}

begin()
