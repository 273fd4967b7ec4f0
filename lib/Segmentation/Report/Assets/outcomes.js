(function () {
  function chosen(name) {
    var input = document.querySelector('input[name="' + name + '"]:checked');
    return input ? input.value : '0';
  }
  function show() {
    var period = chosen('out-period'), segment = chosen('out-segment');
    document.querySelectorAll('[data-period]').forEach(function (e) {
      e.hidden = e.dataset.period !== period || (e.dataset.segment !== undefined && e.dataset.segment !== segment);
    });
    document.querySelectorAll('tr[data-row]').forEach(function (e) {
      e.classList.toggle('out-quiet', segment !== '0' && e.dataset.row !== '0' && e.dataset.row !== segment);
    });
  }
  document.querySelectorAll('.out-filters input').forEach(function (e) { e.addEventListener('change', show); });
  show();
})();
