// Filters the list of assets/search.js by the words typed; nothing is fetched and nothing leaves the page.
(function () {
    "use strict";
    var most = 50;
    var form = document.getElementById("search");
    var field = document.getElementById("query");
    var status = document.getElementById("search-status");
    var results = document.getElementById("search-results");
    if (!form || !window.postbagArticles)
        return;

    function plain(text) {
        return " " + text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[\u2018\u2019]/g, "'")
            .replace(/[\u0000-\u0026\u0028-\u002f\u003a-\u0040\u005b-\u0060\u2010-\u203a]+/g, " ") + " ";
    }

    var texts = window.postbagArticles.map(function (article) {
        return [plain(article[0]), plain(article[2]), plain(article[3])];
    });

    // A word in the title counts most, in a topic less, in the first lines least, and a whole word more than a part of
    // one; a missing word rules out.
    function score(text, words) {
        var sum = 0;
        for (var i = 0; i < words.length; i++) {
            var one = text[0].indexOf(words[i]) >= 0 ? 4 : text[1].indexOf(words[i]) >= 0 ? 2
                : text[2].indexOf(words[i]) >= 0 ? 1 : 0;
            if (one === 0)
                return 0;
            var whole = " " + words[i] + " ";
            sum += 2 * one + (text[0].indexOf(whole) >= 0 ? 4 : text[1].indexOf(whole) >= 0 ? 2
                : text[2].indexOf(whole) >= 0 ? 1 : 0);
        }
        return sum;
    }

    function element(name, className, text) {
        var made = document.createElement(name);
        if (className)
            made.className = className;
        made.textContent = text;
        return made;
    }

    function line(article) {
        var item = document.createElement("li");
        var title = document.createElement("h2");
        var link = element("a", "", article[0]);
        link.href = article[1];
        title.appendChild(link);
        item.appendChild(title);
        if (article[3])
            item.appendChild(element("p", "excerpt", article[3]));
        return item;
    }

    function find() {
        var words = plain(field.value).split(/\s+/).filter(Boolean);
        var found = [];
        for (var i = 0; words.length > 0 && i < texts.length; i++) {
            var points = score(texts[i], words);
            if (points > 0)
                found.push([points, i]);
        }
        found.sort(function (a, b) { return b[0] - a[0] || a[1] - b[1]; });
        results.textContent = "";
        found.slice(0, most).forEach(function (one) { results.appendChild(line(window.postbagArticles[one[1]])); });
        results.hidden = found.length === 0;
        status.textContent = words.length === 0 ? "" : found.length === 0 ? form.dataset.nothing
            : form.dataset.found + " " + found.length + (found.length > most ? ". " + form.dataset.more : "");
    }

    var timer = 0;
    field.addEventListener("input", function () {
        clearTimeout(timer);
        timer = setTimeout(find, 80);
    });
    form.addEventListener("submit", function (event) {
        event.preventDefault();
        find();
    });
    form.hidden = false;
    var asked = /[?&]q=([^&]*)/.exec(window.location.search);
    if (asked) {
        try {
            field.value = decodeURIComponent(asked[1].replace(/\+/g, " "));
        } catch (error) {
            field.value = "";
        }
        find();
    }
}());
