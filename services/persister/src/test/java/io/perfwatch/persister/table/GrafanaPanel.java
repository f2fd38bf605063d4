package io.perfwatch.persister.table;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What a panel of Grafana's dashboard asks of the database. */
record GrafanaPanel(String title, String question) {
    private static final Path DASHBOARD = Path.of("../../infra/grafana/dashboards/host.json");

    static List<GrafanaPanel> all() {
        return JsonMapper.shared()
                .readTree(DASHBOARD.toFile())
                .path("panels")
                .valueStream()
                .flatMap(panel ->
                        panel.path("targets")
                                .valueStream()
                                .map(target ->
                                        new GrafanaPanel(
                                                panel.path("title").asString(),
                                                target.path("rawSql").asString())))
                .toList();
    }

    /** What fills the choice of a host. */
    static String hosts() {
        return JsonMapper.shared()
                .readTree(DASHBOARD.toFile())
                .at("/templating/list/0/query")
                .asString();
    }

    /** With its macros and variables as Grafana puts them in, for the first of March of 2026. */
    String sql(String host) {
        return question.replace("$host", host)
                .replace("$__timeFrom()", "'2026-03-01T00:00:00Z'")
                .replace("$__timeTo()", "'2026-03-02T00:00:00Z'")
                .replace(
                        "$__timeGroupAlias(\"time\", $__interval)",
                        "floor(extract(epoch from \"time\")/60)*60 as \"time\"");
    }
}
