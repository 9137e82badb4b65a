using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Reception.Contracts;
using Reception.Hub.Diagnostics;
using Reception.Hub.Tests.Infrastructure;
using Reception.Hub.Tests.Realtime;
using Reception.Hub.Tests.Views;

namespace Reception.Hub.Tests.Hosting;

/// <summary>One alert's way is one trace: tap, commit, fan-out, each device's receipt, each climb.</summary>
public sealed class AlertTraceTests
{
    [Fact]
    public async Task From_the_tap_to_each_devices_receipt_it_is_one_trace_without_a_word_about_people()
    {
        var steps = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == CommandTrace.Source,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = steps.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var hub = await LiveHub.Start();
        var valet = await hub.Join(Day.Valet);
        var boss = await hub.Join(Day.Boss);
        (await valet.Do(Kinds.DutyStart, ("positions", "parking-valet"))).Ok.Should().BeTrue();
        (await boss.Do(Kinds.DutyStart, ("positions", "supervisor"))).Ok.Should().BeTrue();

        var raised = await valet.Do(Kinds.AlertRaise, ("phrase", "guest-asks"), ("to", "supervisor"));
        var alert = raised.Created!["alert"];
        await boss.Until(changes => changes.Alerts?.Any(view => view.Id == alert) == true);
        await boss.Report(new(boss.Mirror.Cursor, [alert], [], "screen"));
        await boss.Report(new(boss.Mirror.Cursor, [], [alert], "voice"));
        await hub.Until(moment => moment.State.Receipts.GetValueOrDefault(new(alert))?.People.Values.Any(person => person.Heard is not null) == true, "it was heard");

        var trace = steps.Where(step => step.TraceId == TraceOf(steps, alert)).ToList();
        trace.Select(step => step.OperationName).Distinct().Should().Contain(["reception.command", "reception.commit", "reception.fan-out", "reception.receipt"]);
        var receipts = trace.Where(step => step.OperationName == "reception.receipt").ToList();
        receipts.Select(step => step.GetTagItem("reception.receipt")).Should().Contain("delivered").And.Contain("heard");
        receipts.Should().OnlyContain(step => (string)step.GetTagItem("reception.device.id")! == boss.Session.Device);
        trace.SelectMany(step => step.TagObjects).Select(tag => tag.Value?.ToString()).Should().NotContain([valet.Session.Staff, boss.Session.Staff]);
    }

    [Fact]
    public async Task With_an_endpoint_the_traces_are_sent_there()
    {
        await using var collector = await Collector.Start();
        await using (var hub = await HubFixture.Start(change: builder => builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf" })))
        {
            using var bar = await hub.SignIn("bar");
            await bar.TakePosition("water-bar");
            await hub.Stop();
        }

        collector.Paths.Should().Contain("/v1/traces");
    }

    private static ActivityTraceId TraceOf(IEnumerable<Activity> steps, string alert) =>
        steps.First(step => (string?)step.GetTagItem("reception.alert.id") == alert).TraceId;

    /// <summary>Takes whatever is sent and notes where to.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly WebApplication _app;

        private Collector(WebApplication app) => _app = app;

        public ConcurrentBag<string> Paths { get; } = [];

        public string Address => _app.Urls.First();

        public static async Task<Collector> Start()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var collector = new Collector(builder.Build());
            collector._app.Run(context =>
            {
                collector.Paths.Add(context.Request.Path);
                return Task.CompletedTask;
            });
            await collector._app.StartAsync();
            return collector;
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}
