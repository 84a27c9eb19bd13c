// Draws every chart of the page in place of its picture. Without scripts the picture stays.
window.addEventListener("DOMContentLoaded", () => {
  if (!window.vegaEmbed) return;
  for (const chart of document.querySelectorAll(".chart")) {
    const picture = chart.querySelector(".chart-picture");
    const place = document.createElement("div");
    place.className = "chart-drawn";
    chart.prepend(place);
    const spec = JSON.parse(chart.querySelector("script").textContent);
    const options = { actions: { export: true, source: false, compiled: false, editor: false }, renderer: "svg" };
    window.vegaEmbed(place, spec, options).then(
      () => picture.remove(),
      (error) => { place.remove(); console.error(error); },
    );
  }
});
